"""Forms typed in a word processor, key by key, and kept (`cases.json`, `*.docx`).

`python -m tests.returned.typed.type_forms [NUMBER …]` types them again; it needs LibreOffice Writer,
Xvfb and xdotool, xclip (`apt-get install libreoffice-writer xvfb xdotool xclip`), and takes some minutes.
"""
