import type { Locale } from '../../core/locale.ts';
import type { MarkProblem } from './text-marks.ts';

/** What a rule says of a text, without the words for it. */
export type Told =
  | { code: 'too-many-words' | 'long-feedback' | 'case-too-long' | 'long-label'; count: number; most: number }
  | { code: 'long-sentence'; sentence: string; count: number; most: number }
  | { code: 'heavy-word'; found: string; use: string }
  | { code: 'hard-to-read'; lix: number; most: number; longest: string }
  | { code: 'passives'; count: number; found: string }
  | { code: 'not-written' | 'case-not-written' | 'routine-missing' | 'routine-unmarked' }
  | { code: 'identity' | 'person' | 'new-link' | 'hidden' | 'braces' | 'markup' }
  | { code: 'too-long'; most: number }
  | { code: 'unknown-number'; number: string }
  | { code: 'same-text'; same: Locale }
  | { code: 'other-words'; found: string }
  | { code: MarkProblem };

/** A rule that a text breaks. A warning is told and let through. */
export type TextProblem = { path: string; locale: Locale; told: Told; severity: 'error' | 'warning' };
