import { Combobox, ComboboxOption, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';
import { useLabels } from '../shared/use-labels';
import { nameOf, type AgencyChoice, type Person } from './person';

const NONE = 'none';

type Props = {
  person: Person;
  choices: AgencyChoice[];
  onChoose(agency: string | null): void;
};

/** The agency of one person, and its choice on request: hundreds of agencies in every row would be slow to draw. */
export function AgencyCell({ person, choices, onChoose }: Props) {
  const { say } = useLabels();
  const [state, setState] = useState<'shown' | 'choosing' | 'left'>('shown');
  const { agency } = person;
  const ask = say('people.choose', { name: nameOf(person) });

  if (state !== 'choosing') {
    return (
      <Flex gap={2} justifyContent="space-between">
        <Typography textColor={agency ? 'neutral800' : 'neutral600'}>
          {agency?.name ?? say('people.noAgency')}
        </Typography>
        <IconButton
          label={ask}
          variant="ghost"
          withTooltip={false}
          autoFocus={state === 'left'}
          onClick={() => setState('choosing')}
        >
          <Pencil />
        </IconButton>
      </Flex>
    );
  }
  const choose = (value?: string) => {
    const chosen = !value || value === NONE ? null : value;
    setState('left');
    if (chosen !== (agency?.documentId ?? null)) onChoose(chosen);
  };
  return (
    <Combobox
      aria-label={ask}
      autoFocus
      defaultOpen
      autocomplete={{ type: 'list', filter: 'contains' }}
      placeholder={say('people.choose.placeholder')}
      // With the present one in it, the list would show that one alone.
      value=""
      onChange={choose}
      noOptionsMessage={() => say('people.choose.none')}
      onOpenChange={(isOpen) => isOpen || setState((now) => (now === 'choosing' ? 'left' : now))}
    >
      <ComboboxOption value={NONE}>{say('people.noAgency')}</ComboboxOption>
      {choices.map(({ documentId, label, searched }) => (
        <ComboboxOption key={documentId} value={documentId} textValue={searched}>
          {label}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
