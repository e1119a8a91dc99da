"""What people receive: one content (`model.Bulletin`), written as page, document and workbook; bytes out."""

# the page that people open first, by its name in a release folder
PAGE = "bulletin.html"
