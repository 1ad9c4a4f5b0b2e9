import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Inter has every letter of Norwegian and Northern Sámi, and the signs that are drawn as text. */
export const pdfFonts = {
  regular: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  heavy: resolve('@expo-google-fonts/inter/800ExtraBold/Inter_800ExtraBold.ttf'),
} as const;
export type PdfFont = keyof typeof pdfFonts;
