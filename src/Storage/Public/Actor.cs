// Who is acting, for the audit: a member of staff, a tenant, somebody with a code, or Hearth itself.
namespace Hearth.Storage.Public;

public enum ActorKind
{
    Nobody,
    Staff,
    Tenant,
    System,
}

/// <summary>The one in whose name this request or job writes. Set once, by the sign-in middleware or by the job.</summary>
public sealed class Actor
{
    public ActorKind Kind { get; private set; } = ActorKind.Nobody;

    /// <summary>Staff account or person; null for Nobody and System.</summary>
    public Guid? Id { get; private set; }

    /// <summary>As shown in the audit: a name for staff, never for a tenant.</summary>
    public string Name { get; private set; } = "Not signed in";

    /// <summary>The person in whose name a member of staff acts; null where they act in their own.</summary>
    public Guid? OnBehalfOf { get; private set; }

    public void Staff(Guid id, string name) => (Kind, Id, Name) = (ActorKind.Staff, id, name);

    /// <summary>A member of staff who does what this person asked, on the person's own pages.</summary>
    public void StaffFor(Guid personId, Guid id, string name) => (Kind, Id, Name, OnBehalfOf) = (ActorKind.Staff, id, name, personId);

    /// <summary>What part of the landlord's homes they may see; null for all of them.</summary>
    public Sight? Sight { get; private set; }

    /// <summary>From here on, every query of this unit of work is limited to what is within sight.</summary>
    public void LimitTo(Sight sight) => Sight = sight;

    /// <summary>Lifts the limit until disposed: for a count that is kept for everyone, never for names.</summary>
    public IDisposable SeeAll()
    {
        var (before, lifted) = (Sight, new Lifted(this));
        lifted.Before = before;
        Sight = null;
        return lifted;
    }

    private sealed class Lifted(Actor actor) : IDisposable
    {
        public Sight? Before { get; set; }

        public void Dispose() => actor.Sight = Before;
    }

    public void Tenant(Guid personId) => (Kind, Id, Name) = (ActorKind.Tenant, personId, "Tenant");

    public void System(string job) => (Kind, Id, Name) = (ActorKind.System, null, job);
}
