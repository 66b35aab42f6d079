"""The front door of a checkout: ``python cli.py notice`` is ``gen notice``."""

from hongtou.commands import main

if __name__ == "__main__":
    main()
