"""What feedparser makes of the feed on standard input, as JSON."""

import json
import sys

import feedparser

feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False)
json.dump(
    {
        "isMalformed": bool(feed.bozo),
        "version": feed.version,
        "title": feed.feed.get("title"),
        "language": feed.feed.get("language"),
        "self": [link.href for link in feed.feed.links if link.rel == "self"],
        "entries": [
            {
                "id": entry.id,
                "title": entry.title,
                "link": entry.link,
                "author": entry.get("author"),
                "summary": entry.get("summary"),
                "content": [content.value for content in entry.get("content", [])],
                "tags": [tag.label or tag.term for tag in entry.get("tags", [])],
                "enclosures": [[file.href, file.type, file.length] for file in entry.enclosures],
                "published": list(entry.published_parsed),
                "updated": list(entry.updated_parsed),
            }
            for entry in feed.entries
        ],
    },
    sys.stdout,
)
