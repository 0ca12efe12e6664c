import { Box, Combobox, ComboboxOption, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from './messages';

type Choice = { id: string; number: string; issuedOn: string; abstract: string; agency: string };

type Props = {
  name: string;
  value?: unknown;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  error?: string;
  disabled?: boolean;
  onChange: (event: { target: { name: string; value: string[] | null; type: string } }) => void;
};

const PATH = '/public-record/directives';
const DOCUMENTS = '/content-manager/collection-types/plugin::public-record.directive';
const SHORTEST_ABSTRACT = 80;
/** Milliseconds without a key before a number is looked for. */
const PAUSE = 250;

const day = (issuedOn: string): string => issuedOn.split('-').reverse().join('/');

const describe = ({ number, agency, issuedOn, abstract }: Choice): string =>
  issuedOn === ''
    ? number
    : `${number} – ${agency}, ${day(issuedOn)}: ${
        abstract.length > SHORTEST_ABSTRACT ? `${abstract.slice(0, SHORTEST_ABSTRACT)}…` : abstract
      }`;

/** The custom field's input in the edit view. Its value in the form is a list of document ids, or null when it is empty. */
export default function DirectivesInput({ name, value, label, labelAction, hint, error, disabled, onChange }: Props) {
  const say = useMessages();
  const { get } = useFetchClient();
  const [known, setKnown] = useState<Record<string, Choice>>({});
  const [found, setFound] = useState<Choice[]>([]);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<string>();
  const ids = readIds(value);
  const unknown = ids.filter((id) => !known[id]).join(',');

  const learn = (choices: Choice[]) =>
    setKnown((before) => ({ ...before, ...Object.fromEntries(choices.map((one) => [one.id, one])) }));

  /** One that is not public, as far as the person may read it. */
  const draftOf = async (id: string): Promise<Choice> => {
    const nothing = { id, number: say('unpublished'), issuedOn: '', abstract: '', agency: '' };
    try {
      const { data } = await get<{ data: Partial<Choice> }>(`${DOCUMENTS}/${id}`);
      return { ...nothing, number: `${data.data.number ?? id} (${say('draft')})` };
    } catch {
      return nothing;
    }
  };

  useEffect(() => {
    if (unknown === '') return;
    const asked = unknown.split(',');
    get<{ data: Choice[] }>(PATH, { params: { ids: unknown } })
      .then(async ({ data }) => {
        const others = asked.filter((id) => data.data.every((one) => one.id !== id));
        learn([...data.data, ...(await Promise.all(others.map(draftOf)))]);
      })
      .catch(() => undefined);
  }, [get, unknown]);

  useEffect(() => {
    const number = typed.trim();
    if (number === '') return setFound([]);
    let isCurrent = true;
    const timer = setTimeout(() => {
      get<{ data: Choice[] }>(PATH, { params: { number } }).then(
        ({ data }) => {
          if (!isCurrent) return;
          setFailure(undefined);
          setFound(data.data);
        },
        () => isCurrent && setFailure(say('failed')),
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [get, typed]);

  const change = (next: string[]) => onChange({ target: { name, value: next.length > 0 ? next : null, type: 'json' } });
  const add = (id: string | undefined) => {
    const choice = found.find((one) => one.id === id);
    if (!choice || ids.includes(choice.id)) return;
    learn([choice]);
    setTyped('');
    change([...ids, choice.id]);
  };

  return (
    <Field.Root name={name} error={error ?? failure} hint={hint}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Combobox
        disabled={disabled ?? false}
        placeholder={say('find')}
        value=""
        textValue={typed}
        onTextValueChange={(text) => setTyped(text ?? '')}
        autocomplete="none"
        noOptionsMessage={() => say('none')}
        onChange={(id) => add(id === undefined ? undefined : String(id))}
        onClear={() => setTyped('')}
      >
        {found
          .filter(({ id }) => !ids.includes(id))
          .map((one) => (
            <ComboboxOption key={one.id} value={one.id}>
              {describe(one)}
            </ComboboxOption>
          ))}
      </Combobox>
      {ids.map((id) => {
        const choice = known[id];
        return (
          <Box
            key={id}
            background="neutral100"
            hasRadius
            paddingLeft={3}
            paddingRight={1}
            paddingTop={1}
            paddingBottom={1}
          >
            <Flex justifyContent="space-between" gap={2}>
              <Typography>{choice ? describe(choice) : id}</Typography>
              <IconButton
                variant="ghost"
                disabled={disabled ?? false}
                label={say('remove', { number: choice?.number ?? id })}
                onClick={() => change(ids.filter((one) => one !== id))}
              >
                <Cross />
              </IconButton>
            </Flex>
          </Box>
        );
      })}
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

/** The form's value, which Strapi may pass as JSON in a text. */
function readIds(value: unknown): string[] {
  const list: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
  return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
}
