"""Paper and spreadsheets: workbooks in and out, page furniture, one file a form. Never touches Qt."""
