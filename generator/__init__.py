"""From one folder of YAML about an organisation's year to its Word documents, checked."""

__version__ = "0.1.0"
