/** The abbreviations that editors keep, each with its long forms, by the short one. */
export const ABBREVIATIONS = `
  SELECT one.short, string_to_array(one.long_forms, E'\\n') AS "longForms" FROM abbreviations one ORDER BY one.short, one.id`;
