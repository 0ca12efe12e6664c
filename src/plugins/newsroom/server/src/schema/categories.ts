/** A category with all that lies under it (the contract's `category` filter). */
export const categories = {
  functions: [
    // UNION, not UNION ALL: a cycle in the tree ends the recursion instead of running for ever.
    `CREATE OR REPLACE FUNCTION newsroom.category_subtree(root_slug text) RETURNS SETOF integer
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE subtree AS (
       SELECT id FROM categories WHERE slug = root_slug
       UNION
       SELECT child.id FROM categories child JOIN subtree ON child.parent_ref = subtree.id
     )
     SELECT id FROM subtree $$`,
  ],
};
