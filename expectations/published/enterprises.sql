SELECT
    enterprises.name,
    enterprises.event,
    enterprises.level,
    enterprises.event_on AS document_on,
    deliveries.received_on,
    concat_ws(' ', enterprises.name, enterprises.event, enterprises.event_on) AS named
FROM main.demonstration_enterprises AS enterprises
LEFT JOIN main.deliveries AS deliveries USING (delivery_id)
