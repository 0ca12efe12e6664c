/** A stored instant (UTC, without a zone) as text that every JavaScript engine reads alike. */
export const instantText = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
