import { spawn } from 'node:child_process';

/** What a program prints, given its standard input; it fails with what it complains of. */
export async function run(program: string, parameters: string[], input = ''): Promise<string> {
  const child = spawn(program, parameters, { stdio: 'pipe' });
  const out: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', (part) => out.push(part));
  child.stderr.on('data', (part) => said.push(part));
  // A program that fails early does not read to the end.
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const complaint = Buffer.concat(said).toString();
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${complaint}`);
  return Buffer.concat(out).toString();
}
