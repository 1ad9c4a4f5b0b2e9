import { randomBytes } from 'node:crypto';

/** A new opaque id, 20 characters of a–z and 2–7 (100 random bits). Says nothing about what it names. */
export function newId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(randomBytes(20), (byte) => letters[byte % 32]).join('');
}

/** Storage keys may not hold `/ \ # ?` or control characters (Azure Table Storage), and ours never hold more than 200 characters. */
export function isSafeKey(key: string): boolean {
  return key.length > 0 && key.length <= 200 && !/[/\\#?\p{Cc}]/u.test(key);
}
