import { isIPv6 } from 'node:net';

/**
 * The part of an address that limits count as one: an IPv4 address whole, of an IPv6 address the first 64 bits, since
 * one customer of a provider has at least that many addresses.
 *
 * @param ip as a socket or a trusted proxy reports it; other text is returned as it is
 */
export function clientNetwork(ip: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped || !isIPv6(ip)) return mapped ?? ip;
  const [left = [], right = []] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = ip.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
