/** The day that a directory is asked for, as the row source `day`: a civil day, or today in the portal's time. */
export const askedDay = (parameter: string): string =>
  `day AS (SELECT coalesce(${parameter}::date, newsroom.portal_day(newsroom.clock())) AS day)`;
