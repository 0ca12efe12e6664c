import { z } from 'zod';

const pattern = z.string().regex(/^\/[^\s?#]*\{slug\}[^\s?#]*$/, 'A path with {slug} in it, such as /tin-tuc/{slug}');

const options = z.strictObject({
  /** Where the portal's pages are; `url` fields begin with it. No slash at its end. */
  portalUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** Where this server's own files are; `/uploads/…` addresses begin with it. */
  publicUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** The address of a thing's page on the portal, by type. */
  patterns: z.strictObject({ article: pattern, category: pattern, agency: pattern, official: pattern }),
  /** Who publishes, in `metadata` and `jsonLd`. */
  publisher: z.string().min(1),
  /** Signs cursors, so that a tampered one is told apart. The same on every node. */
  cursorSecret: z.string('Hãy đặt API_TOKEN_SALT, hoặc tùy chọn cursorSecret (từ 16 ký tự).').min(16),
  /** Milliseconds after which the database gives up a read. */
  statementTimeout: z.int().min(100),
  /** Origins whose scripts may read the contract: the portals', or `*` for any. */
  origins: z.array(z.union([z.literal('*'), z.url({ protocol: /^https?$/ })])).min(1),
  /** Connections of the read pool. */
  poolSize: z.int().min(1),
  /** Reads that may wait while all of these are busy; one more is refused at once, with a 503 and `Retry-After: 1`. */
  queueSize: z.int().min(0),
  /** Bytes of answers that are kept in memory; 0 keeps none, and listens to nothing. */
  memoryBytes: z.int('Số byte nhớ sẵn (PORTAL_MEMORY_BYTES) phải là số nguyên từ 0.').min(0),
  /** Whoever sends it as a Bearer token may read /metrics; without one there is no such address. */
  metricsToken: z.string().min(16, 'METRICS_TOKEN cần từ 16 ký tự.').optional(),
  /** A database to read from, if not the one that Strapi writes to. */
  readUrl: z.string().optional(),
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
    },
    publisher: env('PORTAL_PUBLISHER', 'Cổng thông tin điện tử'),
    cursorSecret: env('API_TOKEN_SALT'),
    origins: env('PORTAL_ORIGINS', '*').split(','),
    statementTimeout: 5_000,
    poolSize: 10,
    queueSize: 500,
    memoryBytes: Number(env('PORTAL_MEMORY_BYTES', '67108864')),
    metricsToken: env('METRICS_TOKEN') || undefined,
    readUrl: env('DATABASE_READ_URL'),
  }),

  validator(config: unknown) {
    options.parse(config);
  },
};

/** The options as checked: addresses without a slash at their end. */
export const parseOptions = (config: unknown): Options => options.parse(config);
