using System.IO.Compression;
using System.Xml;
using Turnkey.Kernel;

namespace Turnkey.Formats.Tables;

/// <summary>The zip of an XLSX or ODS file, opened within the limits; its XML is read without document types and without a resolver.</summary>
internal sealed class SpreadsheetArchive : IDisposable
{
    private readonly ZipArchive zip;
    private readonly DiagnosticLog log;
    private long unpacked = TableLimits.UnpackedBytes;

    private SpreadsheetArchive(ZipArchive zip, DiagnosticLog log)
    {
        this.zip = zip;
        this.log = log;
    }

    /// <summary>Null, with a diagnostic, when it is no readable zip or breaks a limit.</summary>
    public static SpreadsheetArchive? Open(byte[] content, DiagnosticLog log)
    {
        ZipArchive? opened = null;
        try
        {
            opened = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (opened.Entries.Count <= TableLimits.ArchiveEntries) return new SpreadsheetArchive(opened, log);
            log.Error("table.too-many-entries", 0, $"the spreadsheet's archive has {opened.Entries.Count} entries, more than {TableLimits.ArchiveEntries}; it is not read");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            log.Error("table.damaged", 0, "the spreadsheet's archive is damaged and cannot be opened");
        }
        opened?.Dispose();
        return null;
    }

    public bool Has(string name) => zip.GetEntry(name) is not null;

    public IEnumerable<string> Names => zip.Entries.Select(entry => entry.FullName);

    /// <summary>A reader on an entry; null when it is missing or breaks a limit.</summary>
    public XmlReader? Xml(string name)
    {
        if (zip.GetEntry(name) is not { } entry) return null;
        if (entry.Length > TableLimits.RatioFreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > TableLimits.Ratio)
        {
            log.Error("table.zip-bomb", 0, $"{name} unpacks to {entry.Length:N0} bytes, more than {TableLimits.Ratio} times its packed size; it is not read");
            return null;
        }
        unpacked -= entry.Length;
        if (unpacked < 0)
        {
            log.Error("table.too-large", 0, $"the spreadsheet unpacks to more than {TableLimits.UnpackedBytes >> 20} MB; the rest is not read");
            return null;
        }
        try
        {
            // Opening reads the first bytes already, and a damaged entry shows there.
            return XmlReader.Create(new BoundedStream(entry.Open(), entry.Length), SafeXml());
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            log.Error("table.damaged", 0, $"{name} is damaged and cannot be read");
            return null;
        }
    }

    /// <summary>No document type, no external entity, no resolver, bounded text.</summary>
    public static XmlReaderSettings SafeXml() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = TableLimits.UnpackedBytes,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
    };

    public void Dispose() => zip.Dispose();

    /// <summary>A stream that ends where its directory entry says, whatever the packed data say.</summary>
    private sealed class BoundedStream(Stream inner, long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (left <= 0) return 0;
            var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            left -= read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
