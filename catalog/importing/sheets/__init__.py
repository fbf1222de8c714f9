"""Spreadsheets as companies really send them -> one judgement per row.

`files` opens a file safely, `workbooks` and `texts` yield its rows one at a time, `layout`
finds the header and tells products from titles and totals, the cell readers (`prices`,
`dates`, `specs`, ...) read meaning out of cells, `rows` judges a row, and `reading` strings
them together. Nothing keeps more than one row, so memory does not grow with the file.
"""
