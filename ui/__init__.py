"""Who asks: the panels of the web page; only here and in app.py is Streamlit known."""
