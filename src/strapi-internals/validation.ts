import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

type Args = { sync?: boolean };
type Done = (error: unknown, value?: unknown) => void;
type Check = { test(this: unknown, value: unknown, context: unknown): unknown };
type Test = ((args: Args, done: Done) => void) & { OPTIONS?: Check };
type RunTests = (options: { args: Args; tests: Test[] }, done: Done) => void;
type Yup = { runTests: { default: RunTests }; createValidation: { default(check: Check): Test } };

/**
 * Lets a validation of Strapi fail with the error of a check that asks the database. The yup that Strapi uses (0.32) waits
 * for ever for a check whose promise is rejected, so that the request hangs, and nobody handles the rejection, which ends
 * the process: a NUL in the name of a folder did. To be called in `register`.
 *
 * @returns undoes it
 */
export function settleValidations(strapi: Core.Strapi): () => void {
  const { runTests, createValidation } = privateModules(strapi);
  const { default: run } = runTests;
  runTests.default = (options, done) => {
    const settle = (test: Test): Test => {
      const check = test.OPTIONS;
      if (!check || options.args.sync) return test;
      return createValidation.default({
        ...check,
        test(value, context) {
          const result = check.test.call(this, value, context);
          if (!isPromise(result)) return result;
          return Promise.resolve(result).catch((error: unknown) => {
            done(error);
            return new Promise(() => {});
          });
        },
      });
    };
    return run({ ...options, tests: options.tests.map(settle) }, done);
  };
  return () => {
    runTests.default = run;
  };
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** Of the yup of @strapi/utils, which makes the schemas of all core plugins. */
export function privateModules(strapi: Core.Strapi): Yup {
  const app = createRequire(path.join(strapi.dirs.app.root, 'package.json'));
  const core = createRequire(app.resolve('@strapi/strapi/package.json'));
  const utils = createRequire(core.resolve('@strapi/utils'));
  return { runTests: utils('yup/lib/util/runTests'), createValidation: utils('yup/lib/util/createValidation') };
}
