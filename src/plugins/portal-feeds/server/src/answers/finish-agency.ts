import type { Agency, AgencyInTree } from '../../../../../contract';
import type { AgencyInTreeModel, AgencyModel } from '../queries/agency';
import { withoutForbidden, type Addresses } from './addresses';
import { buildTree } from './build-tree';
import { finishCard } from './finish-card';
import { finishOfficialInList } from './finish-official';

/** An agency without those under it. */
export const finishAgencyInTree = (model: AgencyInTreeModel) => ({
  id: model.id,
  slug: model.slug,
  name: model.name,
  shortName: model.shortName || null,
  level: model.level,
  codes: model.codes,
  status: model.status,
});

export const agencyTree = (models: AgencyInTreeModel[]): AgencyInTree[] => buildTree(models, finishAgencyInTree);

/** One agency, with the people in office there in order and the latest articles that it owns. */
export function finishAgency(model: NonNullable<AgencyModel>, locale: string, addresses: Addresses): Agency {
  return {
    ...finishAgencyInTree(model),
    children: model.children.map((child) => ({ ...finishAgencyInTree(child), children: [] })),
    parents: model.parents,
    address: model.address || null,
    phone: model.phone || null,
    email: model.email || null,
    website: model.website ? withoutForbidden(model.website) : null,
    functions: model.functions || null,
    officials: model.officials.map((official) => finishOfficialInList(official, locale, addresses)),
    predecessors: model.predecessors.map((other) => ({ ...other, basis: other.basis || null })),
    successors: model.successors.map((other) => ({ ...other, basis: other.basis || null })),
    latest: model.latest.map((card) => finishCard(card, addresses)),
  };
}
