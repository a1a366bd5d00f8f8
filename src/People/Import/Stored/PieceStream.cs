// An uploaded file read from its pieces in the database, at any position: a workbook is read from its end.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Stored;

internal sealed class PieceStream(HearthDb db, Guid runId, long length) : Stream
{
    private readonly Queue<(int Number, byte[] Bytes)> kept = new();
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value;
    }

    /// <summary>Stores a stream piece by piece; the caller holds the transaction.</summary>
    public static async Task StoreAsync(HearthDb db, Guid runId, Stream content, CancellationToken stop)
    {
        content.Position = 0;
        for (var number = 0; ; number++)
        {
            var buffer = new byte[ImportPiece.Size];
            var got = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
            if (got == 0)
            {
                return;
            }
            var piece = new ImportPiece
            {
                RunId = runId,
                Number = number,
                Bytes = got == buffer.Length ? buffer : buffer[..got],
            };
            db.Add(piece);
            await db.SaveChangesAsync(stop);
            db.Entry(piece).State = EntityState.Detached;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (position >= length || buffer.Length == 0)
        {
            return 0;
        }
        var piece = Piece((int)(position / ImportPiece.Size));
        var from = (int)(position % ImportPiece.Size);
        var count = Math.Min(buffer.Length, piece.Length - from);
        if (count <= 0)
        {
            return 0;
        }
        piece.AsSpan(from, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Piece(int number)
    {
        foreach (var (known, bytes) in kept)
        {
            if (known == number)
            {
                return bytes;
            }
        }
        var found =
            db.Set<ImportPiece>().AsNoTracking().Where(p => p.RunId == runId && p.Number == number).Select(p => p.Bytes).FirstOrDefault()
            ?? [];
        if (kept.Count == 3)
        {
            kept.Dequeue();
        }
        kept.Enqueue((number, found));
        return found;
    }
}
