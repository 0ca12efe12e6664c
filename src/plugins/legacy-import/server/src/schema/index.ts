/** A page is known once by its address, and by its title and day where no address tells pages apart; a picture once. */
export const schema = [
  `CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_address ON imported_pages (address_digest)
     WHERE address_digest IS NOT NULL`,
  `CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_title ON imported_pages (title_digest) WHERE address_digest IS NULL`,
  `CREATE INDEX IF NOT EXISTS imported_pages_by_title ON imported_pages (title_digest)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS imported_pages_article ON imported_pages (article)`,
  `CREATE UNIQUE INDEX IF NOT EXISTS imported_pictures_digest ON imported_pictures (digest)`,
];
