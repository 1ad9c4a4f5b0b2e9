import { html, type TemplateResult } from 'lit/html.js';

const colours = [
  '#8e562e',
  '#a4262c',
  '#5c6bc0',
  '#0b6a0b',
  '#00607a',
  '#7b4397',
  '#b03a5b',
  '#4f6228',
  '#3d5a80',
  '#8c4a00',
];

/** A round mark with initials, always the same colour for the same person. */
export function avatar(name: string, size: 'small' | 'large' = 'small'): TemplateResult {
  const letters = name.split(/\s+/u).map((word) => word.match(/\p{L}/u)?.[0] ?? '');
  const initials = `${letters[0] ?? ''}${letters.length > 1 ? (letters.at(-1) ?? '') : ''}`.toUpperCase();
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7);
  return html`<span class="avatar ${size}" style="background:${colours[sum % colours.length]}" aria-hidden="true">${initials}</span>`;
}

export const botAvatar = (): TemplateResult =>
  html`<img class="avatar small bot" src="/page/undring.svg" alt="" width="32" height="32" />`;
