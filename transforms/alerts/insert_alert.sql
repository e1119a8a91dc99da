INSERT INTO main.alerts BY NAME
SELECT
    $alert_id AS alert_id,
    $month AS month,
    $indicator AS indicator,
    $state AS state,
    $value::DOUBLE AS value,
    $numerator::BIGINT AS numerator,
    $denominator::BIGINT AS denominator,
    $threshold::DOUBLE AS threshold,
    $title AS title,
    $message AS message,
    $as_of::DATE AS as_of
