import { z } from 'zod';

/** What an input sends: option ids with commas between. Anything else is no choice, and the card says so kindly. */
export const choiceInput = z
  .string()
  .max(2000)
  .catch('')
  .transform((text) => text.split(',').map((optionId) => optionId.trim()))
  .transform((optionIds) => optionIds.filter((optionId) => optionId !== ''));
