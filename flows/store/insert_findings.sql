INSERT INTO warehouse.findings BY NAME
SELECT $sequence AS sequence, * FROM judged;
