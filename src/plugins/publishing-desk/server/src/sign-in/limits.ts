import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Middleware } from 'koa';
import { clientNetwork } from './client-network';
import { knownBrowsers } from './known-browsers';
import { countRefusedSignIn } from './refused-sign-ins';

/**
 * How often something is tried, and for how many minutes from the first attempt that is counted. ADR 11 says why these.
 * A network is an IPv4 address or a /64 of IPv6.
 */
const LIMITS = {
  /** Wrong passwords of an account, in a browser from which it signed in before. Nothing else limits these. */
  browser: { tries: 10, minutes: 15 },
  /** Wrong passwords elsewhere: of an account from a network, from a network, and of an account from anywhere. */
  pair: { tries: 10, minutes: 15 },
  network: { tries: 50, minutes: 15 },
  account: { tries: 100, minutes: 60 },
  /** Links of invitations and forgotten passwords that do not exist, from a network. */
  links: { tries: 50, minutes: 15 },
  /** Requests for another password, from a network and for an account. */
  mailsOfNetwork: { tries: 50, minutes: 60 },
  mailsOfAccount: { tries: 5, minutes: 60 },
};

type Counted = [limit: keyof typeof LIMITS, of: string];

const NOW = `(now() AT TIME ZONE 'UTC')`;

/**
 * Counts an attempt under each of its keys, unless one of them is used up: then nothing is written, so that going on costs
 * one read. One statement in the order of the keys, so that nodes count exactly and cannot deadlock.
 * Returns the seconds until the next attempt, or null where this one is allowed.
 */
const TAKE = `
  WITH attempt AS (SELECT * FROM json_to_recordset(?) AS attempt (key text, tries integer, minutes integer)),
  used_up AS (
    SELECT known.ends_at FROM desk.attempts known JOIN attempt USING (key)
     WHERE known.ends_at > ${NOW} AND known.tries >= attempt.tries
  ),
  taken AS (
    INSERT INTO desk.attempts AS known (key, tries, ends_at)
      SELECT key, 1, ${NOW} + make_interval(mins => minutes) FROM attempt
       WHERE NOT EXISTS (SELECT FROM used_up) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        tries = CASE WHEN known.ends_at > ${NOW} THEN known.tries + 1 ELSE 1 END,
        ends_at = CASE WHEN known.ends_at > ${NOW} THEN known.ends_at ELSE excluded.ends_at END
      RETURNING key, tries, ends_at
  ),
  refused AS (
    SELECT ends_at FROM used_up
     UNION ALL SELECT taken.ends_at FROM taken JOIN attempt USING (key) WHERE taken.tries > attempt.tries
  )
  SELECT ceil(extract(epoch FROM max(ends_at) - ${NOW}))::integer AS seconds FROM refused`;

const GIVE_BACK = `
  WITH attempt AS (
    SELECT key FROM desk.attempts WHERE key = ANY (ARRAY(SELECT json_array_elements_text(?))) ORDER BY key FOR UPDATE
  )
  UPDATE desk.attempts SET tries = tries - 1 FROM attempt WHERE attempts.key = attempt.key AND tries > 0`;

/**
 * Limits what is tried without a session, on all nodes together, by the database's clock. A key is made of the client's
 * network and the normalised e-mail address alone, never of a path, a header or whether there is such an account.
 */
export function attemptLimits(strapi: Core.Strapi) {
  const browsers = knownBrowsers(strapi);

  /**
   * Counts an attempt before it is made, so that simultaneous ones count too.
   *
   * @returns the function that undoes it, for an attempt that succeeded
   * @throws RateLimitError (429) with `Retry-After`
   */
  async function take(ctx: Context, counted: Counted[]): Promise<() => Promise<void>> {
    const attempt = counted.map(([limit, of]) => ({ key: `${limit} ${of}`, ...LIMITS[limit] }));
    const query = async <Row>(sql: string, bind: unknown) =>
      (await strapi.db.connection.raw<{ rows: Row[] }>(sql, [JSON.stringify(bind)])).rows;
    const [refused] = await query<{ seconds: number | null }>(TAKE, attempt);
    if (refused?.seconds) {
      ctx.set('Retry-After', String(refused.seconds));
      const minutes = Math.ceil(refused.seconds / 60);
      throw new errors.RateLimitError(`Bạn đã thử quá nhiều lần. Hãy thử lại sau ${minutes} phút.`);
    }
    return async () => void (await query(GIVE_BACK, attempt.map(({ key }) => key))); // prettier-ignore
  }

  return {
    /** Limits wrong passwords, and counts the refused sign-ins of the audit. */
    signIn: (async (ctx, next) => {
      const account = accountOf(ctx);
      const network = clientNetwork(ctx.ip);
      const browser = browsers.idOf(ctx, account);
      const hash = hashOf(account);
      const giveBack = await take(
        ctx,
        browser
          ? [['browser', browser]]
          : [
              ['pair', `${network} ${hash}`],
              ['network', network],
              ['account', hash],
            ],
      );
      try {
        await next();
      } catch (error) {
        // What a limit refused is not counted: its number of rows and writes would be up to the caller.
        if (error instanceof errors.ApplicationError) await countRefusedSignIn(strapi, account, network);
        throw error;
      }
      if (ctx.status < 400) await giveBack();
    }) satisfies Middleware,

    /** Remembers the browser in which a session of an account was opened. */
    rememberBrowser: (async (ctx, next) => {
      await next();
      const { data } = (ctx.body ?? {}) as { data?: { user?: { email: string } } };
      if (ctx.status === 200 && data?.user) browsers.remember(ctx, data.user.email.toLowerCase());
    }) satisfies Middleware,

    /** Limits how often a link to set another password is requested. */
    forgotPassword: (async (ctx, next) => {
      await take(ctx, [
        ['mailsOfNetwork', clientNetwork(ctx.ip)],
        ['mailsOfAccount', hashOf(accountOf(ctx))],
      ]);
      await next();
    }) satisfies Middleware,

    /**
     * Looks for what a link opens, and limits how often nothing is found.
     *
     * @param find throws where there is nothing
     */
    async openLink<Found>(ctx: Context, find: () => Promise<Found>): Promise<Found> {
      const giveBack = await take(ctx, [['links', clientNetwork(ctx.ip)]]);
      const found = await find();
      await giveBack();
      return found;
    },
  };
}

export type AttemptLimits = ReturnType<typeof attemptLimits>;

/** The e-mail address of a body that `jsonBody` has checked, as Strapi looks for it. */
const accountOf = (ctx: Context): string =>
  (ctx.request as unknown as { body: { email: string } }).body.email.toLowerCase();

/** A key of a bounded length that does not keep which account was tried. */
const hashOf = (account: string): string => createHash('sha256').update(account).digest('base64url');
