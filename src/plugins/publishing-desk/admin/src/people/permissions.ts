const right = (action: string) => [{ action, subject: null }];

/** What the page asks of whoever opens it, and of whoever invites on it; the server asks again. */
export const MAY_ASSIGN = right('plugin::publishing-desk.agencies.assign');
export const MAY_INVITE = right('admin::users.create');
