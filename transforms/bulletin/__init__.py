"""What people receive: one content (`model.Bulletin`), written as page, document and workbook; bytes out."""
