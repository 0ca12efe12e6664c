import { Field, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useId, useState } from 'react';
import { useAgencies } from './use-agencies';
import { useWords } from './words';

type Props = {
  label: string;
  /** Document ids, in order. */
  chosen: readonly string[];
  most?: number;
  disabled: boolean;
  onChange: (chosen: string[]) => void;
};

/** Agencies of the directory, each chosen from a list by typing a part of its name. */
export function AgencyPicker({ label, chosen, most = Infinity, disabled, onChange }: Props) {
  const say = useWords();
  const { names, failed } = useAgencies();
  const [typed, setTyped] = useState('');
  const [isLeft, setLeft] = useState(false);
  const list = useId();
  const isFull = chosen.length >= most;
  const problem = failed
    ? say('agenciesFailed')
    : isLeft && typed.trim() !== ''
      ? say('notAgency', { text: typed.trim() })
      : undefined;

  const take = (text: string) => {
    const found = [...names].find(([, name]) => name.toLowerCase() === text.trim().toLowerCase());
    setLeft(false);
    setTyped(found ? '' : text);
    if (found && !chosen.includes(found[0])) onChange([...chosen, found[0]]);
  };

  return (
    <Field.Root error={problem}>
      <Field.Label>{label}</Field.Label>
      {chosen.length > 0 && (
        <Flex gap={1} wrap="wrap">
          {chosen.map((id) => {
            const name = names.get(id) ?? say('unknownAgency');
            return (
              <Tag
                key={id}
                icon={<Cross aria-hidden />}
                label={say('dropAgency', { name })}
                disabled={disabled}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                {name}
              </Tag>
            );
          })}
        </Flex>
      )}
      {!isFull && (
        <>
          <Field.Input
            list={list}
            value={typed}
            autoComplete="off"
            disabled={disabled}
            placeholder={say('agencyExample')}
            onChange={({ target }) => take(target.value)}
            onBlur={() => setLeft(true)}
          />
          <datalist id={list}>
            {[...names].map(([id, name]) => (chosen.includes(id) ? null : <option key={id} value={name} />))}
          </datalist>
        </>
      )}
      <Field.Error />
    </Field.Root>
  );
}
