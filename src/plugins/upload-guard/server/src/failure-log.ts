import type { Core } from '@strapi/strapi';

/** Logs the first of several failures in a row, so that an outage is one line however many requests meet it. */
export class FailureLog {
  private isFailing = false;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly what: string,
  ) {}

  failed(error: unknown): void {
    // The reason that `fetch` gives is in its cause.
    const { message, cause } = error as { message: string; cause?: Error };
    if (!this.isFailing) this.strapi.log.error(`upload-guard ${this.what}: ${cause?.message || message}`);
    this.isFailing = true;
  }

  succeeded(): void {
    this.isFailing = false;
  }
}
