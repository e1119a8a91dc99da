DELETE FROM warehouse.findings WHERE sequence = $sequence AND sheet = $sheet AND row_number = $row_number;
