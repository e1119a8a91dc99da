-- Patents that more than one row tells of, or one row in several ways, or one that no longer counts: only these
-- need their rows compared. They are found by a hash of the identity, which groups faster than the text; two
-- identities with one hash only make the longer way of two patents that have the shorter one.
CREATE OR REPLACE TEMP TABLE several AS
WITH entangled AS (
    SELECT hash(patent_id) AS identity_hash
    FROM scope
    GROUP BY identity_hash
    HAVING count(*) > 1
        OR bool_or(removal_order IS NOT NULL)
        OR max((application_month IS NOT NULL)::INTEGER + (publication_on IS NOT NULL)::INTEGER + (grant_on IS NOT NULL)::INTEGER) > 1
)
SELECT DISTINCT patent_id FROM scope WHERE hash(patent_id) IN (SELECT identity_hash FROM entangled);
