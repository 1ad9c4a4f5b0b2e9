/** How Teams draws cards, light and dark: fonts, sizes, distances and colours. Every colour on its ground has at least 4.5 : 1. */

type Pair = { default: string; subtle: string };
const pair = (text: string, subtle = text): Pair => ({ default: text, subtle });

const palettes = {
  light: {
    default: pair('#242424', '#5c5c5c'),
    accent: pair('#4f52b2', '#5b5fc7'),
    good: pair('#0b6a0b', '#0e700e'),
    warning: pair('#7a4a00', '#835b00'),
    attention: pair('#a80000', '#b10e1c'),
    grounds: {
      default: '#ffffff',
      emphasis: '#f3f2f8',
      accent: '#e8ebfa',
      good: '#e7f4e4',
      warning: '#fdf3d8',
      attention: '#fdeeee',
    },
  },
  dark: {
    default: pair('#ffffff', '#c8c8c8'),
    accent: pair('#aab1fa', '#9ea2ff'),
    good: pair('#92c353', '#a4cc6c'),
    warning: pair('#f8d22a', '#f2c661'),
    attention: pair('#ff9b98', '#f4a3a5'),
    grounds: {
      default: '#292929',
      emphasis: '#343338',
      accent: '#343663',
      good: '#1e3a1c',
      warning: '#443711',
      attention: '#4c2323',
    },
  },
} as const;

export type Theme = keyof typeof palettes;

function foreground(theme: Theme) {
  const { default: text, accent, good, warning, attention } = palettes[theme];
  const inverse = theme === 'light' ? pair('#ffffff', '#ebebeb') : pair('#242424', '#424242');
  return {
    default: text,
    dark: theme === 'light' ? text : inverse,
    light: theme === 'light' ? inverse : text,
    accent,
    good,
    warning,
    attention,
  };
}

/** The host configuration for `new AdaptiveCards.HostConfig(…)`. */
export function hostConfigOf(theme: Theme): object {
  const { grounds } = palettes[theme];
  const foregroundColors = foreground(theme);
  const containerStyles = Object.fromEntries(
    Object.entries(grounds).map(([style, backgroundColor]) => [style, { backgroundColor, foregroundColors }]),
  );
  return {
    fontFamily: '"Segoe UI", "Segoe UI Web", Selawik, "Noto Sans", "Liberation Sans", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme === 'light' ? '#e0e0e0' : '#4a4a4a' },
    imageSizes: { small: 32, medium: 52, large: 100 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    supportsInteractivity: true,
    textBlock: { headingLevel: 3 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      // The distance is in card.css: the renderer's own spacers would stand at the start of a wrapped line.
      buttonSpacing: 0,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 12,
    },
    containerStyles,
  };
}
