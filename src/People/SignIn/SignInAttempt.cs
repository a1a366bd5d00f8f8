// One try at a door, kept for a day so that guessing can be slowed on every node alike.
namespace Hearth.People.SignIn;

internal sealed class SignInAttempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of the door and of who knocks: an address, a telephone number, a part of the network.</summary>
    public string Key { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
