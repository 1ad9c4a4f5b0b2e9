import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/core/secret.ts';
import { redirectConsole } from '../../../src/outbound/telemetry/redirect-console.ts';
import { createTelemetry } from '../../../src/outbound/telemetry/telemetry.ts';

function createLog(hashKey?: string) {
  const lines: string[] = [];
  const telemetry = createTelemetry({
    level: 'debug',
    hashKey: hashKey ? new Secret(hashKey) : undefined,
    stream: { write: (line) => void lines.push(line) },
  });
  return { telemetry, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') };
}

describe('the log', () => {
  test('is one line of JSON for each event', () => {
    const { telemetry, lines, last } = createLog();
    telemetry.record({ event: 'request-refused', status: 401, reason: 'no-bearer-token' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(last()).toMatchObject({ event: 'request-refused', status: 401, reason: 'no-bearer-token' });
  });

  test('names a person by a keyed hash: the same with the same key, another with another', () => {
    const event = { event: 'module-completed', moduleId: 'meldeplikt', personId: 'kari' } as const;
    const hashes = ['a-key', 'a-key', 'another-key'].map((key) => {
      const log = createLog(key);
      log.telemetry.record(event);
      expect(log.lines.join('')).not.toContain('kari');
      return log.last().person;
    });
    expect(hashes[0]).toMatch(/^[\da-f]{12}$/);
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('has no key in common with another process when none is given', () => {
    const [one, two] = [createLog(), createLog()];
    for (const { telemetry } of [one, two])
      telemetry.record({ event: 'permission-refused', verb: 'x', personId: 'kari' });
    expect(one.last().person).not.toBe(two.last().person);
  });

  test('cannot be forged: line breaks, control and direction characters become spaces, and words are short', () => {
    const { telemetry, lines, last } = createLog();
    const hostile = `a\r\n{"event":"module-completed"}\u2028\u202e\u0007${'x'.repeat(1000)}`;
    telemetry.record({ event: 'permission-refused', verb: hostile });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
    expect(last().verb).toHaveLength(200);
  });

  test('raises an alarm when there was no tick for more than five minutes, and not for a deployment', () => {
    const { telemetry, last } = createLog();
    telemetry.record({ event: 'tick-missed', job: 'tick', missedMinutes: 5 });
    expect(last().level).toBe(40);
    telemetry.record({ event: 'tick-missed', job: 'tick', missedMinutes: 6 });
    expect(last().level).toBe(50);
  });

  test('never throws, also when nobody takes the line', () => {
    const broken = createTelemetry({
      level: 'info',
      stream: {
        write: () => {
          throw new Error('EPIPE');
        },
      },
    });
    expect(() => broken.record({ event: 'service-started', roles: 'bot' })).not.toThrow();
  });
});

test('what libraries print is counted, not shown, until it is undone', () => {
  const shown: unknown[] = [];
  const target = { ...console, error: (...said: unknown[]) => void shown.push(said) };
  const { telemetry, lines } = createLog();
  const undo = redirectConsole(telemetry, target);
  target.error('token eyJ0eXAi', new Error('Kari'));
  expect(lines.join('')).toContain('"event":"library-spoke","method":"error"');
  expect(lines.join('') + shown.join('')).not.toMatch(/eyJ|Kari/);
  undo();
  target.error('again');
  expect(shown).toEqual([['again']]);
});
