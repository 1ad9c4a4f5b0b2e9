/** The two grounds that Teams puts a card on: light, and dark. */
export const cardGrounds = ['#ffffff', '#292929'] as const;

/** WCAG 2.1, 1.4.11: what somebody must see to understand a picture. */
export const leastContrast = 3;

/** Every colour that an SVG names as `#rrggbb`, once. */
export const coloursOf = (svg: string): readonly string[] => [
  ...new Set([...svg.matchAll(/#[\da-f]{6}\b/gi)].map(([colour]) => colour.toLowerCase())),
];

/** Contrast as WCAG 2.1 defines it, 1–21. Both as `#rrggbb`. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
