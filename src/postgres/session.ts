/**
 * Start-up options of a session of our own, for `options` of a `pg` configuration: UTC, and Strapi's schema where it
 * has one.
 */
export const sessionOptions = (schema?: string): string => `-c TimeZone=UTC${schema ? searchPath(schema) : ''}`;

/** As Strapi sets it on its own connections. White space would end the option. */
const searchPath = (schema: string): string => ` -c search_path="${schema.replace(/[\\\s]/g, '\\$&')}"`;
