// The way out that needs no account: each message becomes a file, named by the message, so that writing it twice is writing it once.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Sending.Folder;

internal abstract class FolderWayOut(MessagingOptions options, Channel channel, string ending) : IWayOut
{
    public Channel Channel => channel;

    public bool SafeToRepeat => true;

    public bool Local => true;

    public string Where { get; } = Path.GetFullPath(options.Folder);

    public async Task<Dispatch> SendAsync(StoredMessage message, CancellationToken stop)
    {
        if (Refusal(message) is { } refusal)
        {
            return new Refused(refusal);
        }
        var name = NameOf(message);
        var path = Path.Combine(Where, name);
        // Whoever watches the folder never sees half a message; two nodes never write the same unfinished file.
        var unfinished = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            Directory.CreateDirectory(Where);
            await File.WriteAllTextAsync(unfinished, Write(message), CancellationToken.None);
            File.Move(unfinished, path, overwrite: true);
            return new Accepted(name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            return new WayClosed("The folder for messages cannot be written to: " + failure.GetType().Name);
        }
    }

    /// <summary>Takes the file away, where there is one.</summary>
    public void Forget(StoredMessage message)
    {
        var path = Path.Combine(Where, NameOf(message));
        // the folder itself is made by the first message that goes this way
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Why this could not be sent for real either, so that a trial shows it; null where it could.</summary>
    protected abstract string? Refusal(StoredMessage message);

    protected abstract string Write(StoredMessage message);

    private string NameOf(StoredMessage message) => $"{message.Id:N}{ending}";
}
