// The people who live together in a home under one tenancy. One answer a household is the rule of a survey.
namespace Hearth.People.Register;

internal sealed class Household
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid HomeId { get; set; }

    /// <summary>Who is written to and stands for the household in the figures: the first-named tenant.</summary>
    public Guid? ContactPersonId { get; set; }
    public DateOnly? EndedOn { get; set; }
}

internal enum MemberRole
{
    Tenant,
    JointTenant,
    Member,
}

internal sealed class HouseholdMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid HouseholdId { get; init; }
    public Guid PersonId { get; init; }
    public MemberRole Role { get; set; }
    public DateOnly? LeftOn { get; set; }
}
