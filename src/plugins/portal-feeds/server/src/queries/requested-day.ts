/** The day as of which the directory is read, as the row source `day`: a civil day, or today in the portal's time. */
export const requestedDay = (parameter: string): string =>
  `day AS (SELECT coalesce(${parameter}::date, newsroom.portal_day(newsroom.clock())) AS day)`;
