import { z } from 'zod';

const pattern = z.string().regex(/^\/[^\s?#]*\{slug\}[^\s?#]*$/, 'A path with {slug} in it, such as /tin-tuc/{slug}');

const languagePattern = z
  .string()
  .regex(/^\/[^\s?#]*\{locale\}[^\s?#]*$/, 'A path with {locale} in it, such as /{locale}');

const options = z.strictObject({
  /** The base URL of the portal's pages; `url` fields begin with it. Without a trailing slash. */
  portalUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** The base URL of this server's files; `/uploads/…` addresses begin with it. */
  publicUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /**
   * The path pattern of a page on the portal, by type, also of the types that other plugins register; and `language`, under which all pages in other languages than the
   * default one are.
   */
  patterns: z
    .object({ article: pattern, category: pattern, agency: pattern, official: pattern, language: languagePattern })
    .catchall(pattern),
  /** The publisher's name in `metadata`, `jsonLd`, feeds and the news sitemap, where no plugin registers one. */
  publisher: z.string().min(1),
  /** Signs cursors, so that a tampered one is detected. Must be the same on every node. */
  cursorSecret: z.string('Hãy đặt API_TOKEN_SALT, hoặc tùy chọn cursorSecret (từ 16 ký tự).').min(16),
  /** Milliseconds after which the database cancels a read. */
  statementTimeout: z.int().min(100),
  /** Milliseconds that a read waits for a locked table, and gives its connection back to others after that. */
  lockTimeout: z.int().min(100),
  /** Origins whose scripts may read the contract: the portals', or `*` for any. */
  origins: z.array(z.union([z.literal('*'), z.url({ protocol: /^https?$/ })])).min(1),
  /** Connections of the read pool. */
  poolSize: z.int().min(1),
  /** Reads that may wait while all of these are busy; one more is refused at once, with a 503 and `Retry-After: 1`. */
  queueSize: z.int().min(0),
  /** The size of the response cache in bytes; 0 disables the cache and its listener. */
  memoryBytes: z.int('Số byte nhớ sẵn (PORTAL_MEMORY_BYTES) phải là số nguyên từ 0.').min(0),
  /** The Bearer token that /metrics requires; without this option /metrics does not exist. */
  metricsToken: z.string().min(16, 'METRICS_TOKEN cần từ 16 ký tự.').optional(),
  /** The URLs of streaming replicas of Strapi's database, which are read where they are not behind it. */
  readUrls: z.array(z.string().min(1)),
});

export type Options = z.infer<typeof options>;

export default {
  default: ({ env }: { env: (name: string, fallback?: string) => string }) => ({
    portalUrl: env('PORTAL_URL', env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`)),
    publicUrl: env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`),
    patterns: {
      article: '/tin-tuc/{slug}',
      category: '/chuyen-muc/{slug}',
      agency: '/co-quan/{slug}',
      official: '/can-bo/{slug}',
      language: '/{locale}',
    },
    publisher: env('PORTAL_PUBLISHER', 'Cổng thông tin điện tử'),
    cursorSecret: env('API_TOKEN_SALT'),
    origins: env('PORTAL_ORIGINS', '*').split(','),
    statementTimeout: 5_000,
    lockTimeout: 1_000,
    poolSize: 10,
    queueSize: 500,
    memoryBytes: Number(env('PORTAL_MEMORY_BYTES', '67108864')),
    metricsToken: env('METRICS_TOKEN') || undefined,
    readUrls: env('DATABASE_READ_URL', '').split(',').filter(Boolean),
  }),

  validator(config: unknown) {
    options.parse(config);
  },
};

/** Validates the options and removes trailing slashes from base URLs. */
export const parseOptions = (config: unknown): Options => options.parse(config);
