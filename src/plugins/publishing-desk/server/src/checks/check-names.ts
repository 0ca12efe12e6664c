/** The checks of an article before it is published, in the order in which they are shown. */
export const CHECK_NAMES = [
  'title-length',
  'summary',
  'held-titles',
  'superseded-names',
  'document-numbers',
  'internal-links',
  'tone-marks',
  'unlinked-names',
  'unlinked-directives',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

/** Whether a check runs, and whether what it finds keeps a person from publishing. */
export type CheckSetting = 'off' | 'advice' | 'stop';
export type CheckSettings = Record<string, CheckSetting>;
