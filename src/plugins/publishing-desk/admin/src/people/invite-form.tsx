import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { File } from '@strapi/icons';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import { type ChangeEvent, useRef, useState } from 'react';
import { DialogFooter } from '../shared/dialog-footer';
import { useLabels } from '../shared/use-labels';
import type { Invitation } from './invited-list';
import { readFile } from './read-file';

type RefusedLine = { line: number; problem: string };
type Problems = { text: string; lines: RefusedLine[] };

/** The list of people, written, pasted or from a file; and what is wrong with it. */
export function InviteForm({ onInvited }: { onInvited(list: Invitation[]): void }) {
  const { say } = useLabels();
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const file = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState('');
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);

  const write = (text: string) => {
    setCsv(text);
    setProblems(null);
  };
  const bring = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [brought] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (!brought) return;
    const text = await readFile(brought);
    if (text === null) setProblems({ text: say('invite.notUtf8'), lines: [] });
    else write(text);
  };
  const invite = async () => {
    setSending(true);
    try {
      const { data } = await post<{ data: Invitation[] }>('/publishing-desk/invitations', { csv });
      onInvited(data.data);
    } catch (error) {
      const refusal = error as FetchError;
      const { refused = [] } = (refusal.response?.data?.error?.details ?? {}) as { refused?: RefusedLine[] };
      setProblems({ text: formatAPIError(refusal), lines: refused });
      setSending(false);
    }
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('invite.text')}</Typography>
          <Field.Root name="people" hint={say('invite.list.hint')}>
            <Field.Label>{say('invite.list')}</Field.Label>
            <Textarea
              value={csv}
              rows={8}
              placeholder={say('invite.list.example')}
              onChange={(event) => write(event.currentTarget.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Flex>
            <Button variant="secondary" startIcon={<File />} onClick={() => file.current?.click()}>
              {say('invite.file')}
            </Button>
            <input ref={file} type="file" accept=".csv,.tsv,.txt,text/csv" hidden onChange={bring} />
          </Flex>
          {problems && (
            <Flex
              direction="column"
              alignItems="stretch"
              gap={1}
              role="alert"
              padding={4}
              background="danger100"
              hasRadius
            >
              <Typography textColor="danger700" fontWeight="semiBold">
                {problems.text}
              </Typography>
              {problems.lines.map(({ line, problem }) => (
                <Typography key={line} textColor="danger700">
                  {say('invite.line', { line, problem })}
                </Typography>
              ))}
            </Flex>
          )}
        </Flex>
      </Modal.Body>
      <DialogFooter>
        <Button disabled={!csv.trim()} loading={sending} onClick={invite}>
          {say('invite.do')}
        </Button>
      </DialogFooter>
    </>
  );
}
