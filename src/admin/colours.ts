/**
 * The panel's accent: a quiet teal in place of Strapi's violet. Red, the portal's own accent, would read as danger on a
 * button. Text on `primary600` and `primary600` on white are both above 4.5:1.
 */
const teal = {
  primary100: '#e9f3f6',
  primary200: '#bcdbe4',
  primary500: '#2f7f98',
  primary600: '#1d5f75',
  primary700: '#154857',
  buttonPrimary500: '#2f7f98',
  buttonPrimary600: '#1d5f75',
};

const tealOnDark = {
  primary100: '#12303a',
  primary200: '#1b4654',
  primary500: '#4fa3bd',
  primary600: '#6cb8cf',
  primary700: '#93cfe0',
  buttonPrimary500: '#2f7f98',
  buttonPrimary600: '#2a7188',
};

export const colours = { light: { colors: teal }, dark: { colors: tealOnDark } };
