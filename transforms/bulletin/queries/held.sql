-- Files that wait for a person.
SELECT file_name, received_on, reason, remedy
FROM main.deliveries
WHERE state = 'held'
ORDER BY received_on, file_name
