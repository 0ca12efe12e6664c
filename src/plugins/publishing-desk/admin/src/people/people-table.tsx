import { Badge, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useLabels } from '../shared/use-labels';
import { AgencyCell } from './agency-cell';
import { nameOf, type AgencyChoice, type Person } from './person';

type Props = {
  people: Person[];
  choices: AgencyChoice[];
  onChoose(person: Person, agency: string | null): void;
};

/** People with their roles and agencies. */
export function PeopleTable({ people, choices, onChoose }: Props) {
  const { say } = useLabels();
  const heads = ['people.name', 'people.email', 'people.roles', 'people.agency', 'people.state'] as const;
  return (
    <Table colCount={heads.length} rowCount={people.length + 1}>
      <Thead>
        <Tr>
          {heads.map((head) => (
            <Th key={head} style={head === 'people.agency' ? { width: '36%' } : undefined}>
              <Typography variant="sigma">{say(head)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td>
              <Typography fontWeight="semiBold">{nameOf(person)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral600">{person.email}</Typography>
            </Td>
            <Td>
              <Typography>{person.roles.map(({ name }) => name).join(', ')}</Typography>
            </Td>
            <Td>
              <AgencyCell person={person} choices={choices} onChoose={(agency) => onChoose(person, agency)} />
            </Td>
            <Td>
              <Badge active={person.isActive}>{say(person.isActive ? 'people.active' : 'people.inactive')}</Badge>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
