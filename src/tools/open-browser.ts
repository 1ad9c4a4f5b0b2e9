import { type Browser, chromium } from 'playwright-core';
import { Failure } from '../core/failure.ts';
import { findChromium } from './find-chromium.ts';

/** Nothing leaves the machine: the browser's own calls home are off. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts this machine's Chromium, or the one at `executablePath`. Throws Failure `unavailable` with the remedy when there is none. */
export async function openBrowser(executablePath?: string): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath: executablePath ?? findChromium(), args: flags });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new Failure('unavailable', `Chromium does not start: ${reason}; on Debian: sudo apt-get install chromium`, {
      cause: error,
    });
  }
}
