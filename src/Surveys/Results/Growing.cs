// A list that one writer lengthens while others read the part they know: what is written never moves.
namespace Hearth.Surveys.Results;

internal sealed class Growing<T>
{
    private T[] items = new T[256];
    private int count;

    public void Add(T item)
    {
        if (count == items.Length)
        {
            var longer = new T[items.Length * 2];
            items.CopyTo(longer, 0);
            Volatile.Write(ref items, longer);
        }
        items[count++] = item;
    }

    /// <summary>The first of them.</summary>
    public ReadOnlySpan<T> First(int length) => Volatile.Read(ref items).AsSpan(0, length);
}
