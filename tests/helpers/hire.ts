import type { Page } from 'playwright-core';
import { type Panel, signInToPanel } from './panel';
import { ADMIN } from './sample-newsroom';
import { PASSWORD, post } from './sign-in';

type Post = { name: string; email: string; role: string; agency: string };

/** A colleague with an account of their own in an agency (by name), signed in to the panel in a browser of their own. */
export async function hire({ browser, url }: Panel, { name, email, role, agency }: Post): Promise<Page> {
  const read = async (answer: Promise<Response>) => {
    const response = await answer;
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : ((await response.json()) as { data: never }).data;
  };
  const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
  const { token } = (await read(fetch(`${url}/admin/login`, post(login)))) as unknown as { token: string };
  const headers = { Authorization: `Bearer ${token}` };

  const roles = (await read(fetch(`${url}/admin/roles`, { headers }))) as unknown as { id: number; code: string }[];
  const roleId = roles.find(({ code }) => code === role)!.id;
  const account = post({ firstname: name, email, roles: [roleId] }, headers);
  const user = (await read(fetch(`${url}/admin/users`, account))) as unknown as {
    id: number;
    registrationToken: string;
  };
  const userInfo = { firstname: name, password: PASSWORD };
  const { registrationToken } = user;
  await read(fetch(`${url}/admin/register`, post({ registrationToken, userInfo })));
  const assign = { ...post({ agency: await agencyNamed(url, agency) }, headers), method: 'PUT' };
  await read(fetch(`${url}/publishing-desk/user-agencies/${user.id}`, assign));
  return signInToPanel(browser, url, email, PASSWORD);
}

/** The document id of an agency of the directory, by its name today. */
export async function agencyNamed(url: string, name: string): Promise<string> {
  const { data } = (await (await fetch(`${url}/api/portal/v1/agencies`)).json()) as { data: Tree };
  return flat(data).find((one) => one.name === name)!.id;
}

type Tree = { id: string; name: string; children: Tree }[];

const flat = (tree: Tree): Tree => tree.flatMap((agency) => [agency, ...flat(agency.children)]);
