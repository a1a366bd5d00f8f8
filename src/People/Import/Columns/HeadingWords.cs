// How housing systems spell what a column means, lower-cased and without spaces or signs. Where two fields claim a spelling the first has it.
namespace Hearth.People.Import.Columns;

internal static class HeadingWords
{
    /// <summary>The field that each spelling means.</summary>
    public static IReadOnlyDictionary<string, ImportField> Read()
    {
        var spellings = new Dictionary<string, ImportField>(StringComparer.Ordinal);
        var field = default(ImportField);
        foreach (var word in Spellings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
            {
                field = Enum.Parse<ImportField>(word.AsSpan(0, word.Length - 1));
            }
            else
            {
                spellings.TryAdd(word, field);
            }
        }
        return spellings;
    }

    private const string Spellings = """
        TenancyReference:
            tenancyref tenancyreference tenancyid tenancyno tenancynumber tenref tenancycode tenancy tagref agreementref
            agreementreference agreementno agreementnumber rentaccount rentaccountno rentaccountnumber rentaccountref rentref
            payref paymentref accountref accountno accountnumber tenancyagreementref contractref contractreference contractid
        HomeReference:
            propref propertyref propertyreference propertyid propertyno propertynumber propertycode prop propid propno propcode
            unitref unitreference unitid unitcode assetref assetreference assetid homeref homereference dwellingref placeref
            property assetno houseref
        Uprn:
            uprn uniquepropertyreferencenumber propertyuprn llpgref
        Address:
            address addr fulladdress propertyaddress propaddress addressline addressline1 addressline2 addressline3 addressline4
            addressline5 address1 address2 address3 address4 address5 addr1 addr2 addr3 addr4 add1 add2 add3 propertyaddress1
            propertyaddress2 propertyaddress3 propertyaddress4 propertyaddressline1 propertyaddressline2 propertyaddressline3
            street road housenumber houseno flat flatno streetname town posttown city county village homeaddress shortaddress
        Postcode:
            postcode pcode postalcode zip propertypostcode proppostcode addresspostcode homepostcode postcd pc
        Ward:
            ward wardname electoralward councilward wardcode warddesc warddescription
        Neighbourhood:
            neighbourhood neighborhood estate estatename scheme schemename community neighbourhoodname area areaname
            managementarea settlement
        Patch:
            patch patchname patchcode officerpatch housingpatch housingofficerpatch managementpatch patchno patchref patchdesc
        Locality:
            locality localitytype cityrural cityorrural urbanrural urbanorrural ruralurban ruralcity areatype settlementtype
            geography rural
        HomeKind:
            propertytype proptype propertytypedesc proptypedesc propertytypedescription hometype kindofhome dwellingtype
            dwellingtypedesc buildingtype assettype archetype unittype
        Tenure:
            tenure tenuretype tenurecode tenuredesc tenuredescription tenancytype tenancytypedesc tentype propertytenure stocktype
            rentgroup needstype housingtype needscategory needs accommodationtype clientgroup
        TenancyStarted:
            tenancystart tenancystartdate tenancystarted startdate started start commencementdate tenancycommencement
            tenancycommencementdate datestarted cot cotdate startoftenancy tenstartdate tenstart movein moveindate
            datetenancystarted tenancydate
        TenancyEnded:
            tenancyend tenancyenddate tenancyended enddate ended end terminationdate tenancytermination tenancyterminationdate eot
            eotdate dateended endoftenancy tenenddate tenend moveout moveoutdate terminated
        OfficerName:
            housingofficer housingofficername officer officername ho honame neighbourhoodofficer tenancyofficer managingofficer
            patchofficer patchmanager housingmanager patchofficername neighbourhoodofficername responsibleofficer
        OfficerPhone:
            housingofficerphone housingofficertel housingofficertelephone housingofficermobile housingofficerphonenumber
            housingofficerphoneno housingofficercontactnumber housingofficertelno housingofficernumber officerphone officertel
            officertelephone officermobile officerphonenumber officerphoneno officercontactnumber officertelno officernumber
            hophone hotel hotelephone homobile hophonenumber hophoneno hocontactnumber hotelno honumber neighbourhoodofficerphone
            neighbourhoodofficertel neighbourhoodofficertelephone neighbourhoodofficermobile neighbourhoodofficerphonenumber
            neighbourhoodofficerphoneno neighbourhoodofficercontactnumber neighbourhoodofficertelno neighbourhoodofficernumber
            patchofficerphone patchofficertel patchofficertelephone patchofficermobile patchofficerphonenumber patchofficerphoneno
            patchofficercontactnumber patchofficertelno patchofficernumber tenancyofficerphone tenancyofficertel
            tenancyofficertelephone tenancyofficermobile tenancyofficerphonenumber tenancyofficerphoneno
            tenancyofficercontactnumber tenancyofficertelno tenancyofficernumber
        OfficerEmail:
            housingofficeremail housingofficeremailaddress officeremail officeremailaddress hoemail hoemailaddress
            neighbourhoodofficeremail neighbourhoodofficeremailaddress patchofficeremail patchofficeremailaddress
            tenancyofficeremail tenancyofficeremailaddress
        OfficerLanguages:
            housingofficerlanguages housingofficerlanguage housingofficerspeaks housingofficerlanguagesspoken officerlanguages
            officerlanguage officerspeaks officerlanguagesspoken holanguages holanguage hospeaks holanguagesspoken
            neighbourhoodofficerlanguages neighbourhoodofficerlanguage neighbourhoodofficerspeaks
            neighbourhoodofficerlanguagesspoken patchofficerlanguages patchofficerlanguage patchofficerspeaks
            patchofficerlanguagesspoken tenancyofficerlanguages tenancyofficerlanguage tenancyofficerspeaks
            tenancyofficerlanguagesspoken
        OfficerLanguages:
            patchlanguages languagesspokenbyofficer
        PersonReference:
            personref personreference personid personno personnumber customerref customerreference customerid customerno
            customernumber clientref clientid contactref contactid tenantref tenantreference tenantid tenantno tenantnumber crmid
            partyref partyid individualref
        FullName:
            name fullname tenantname tenantsname nameoftenant customername personname tenancyname tenants tenant occupiername
            contactname residentname tenancyholder displayname
        Title:
            title salutation prefix honorific nametitle
        GivenName:
            firstname forename forenames firstnames givenname givennames christianname fname fstname initials initial forname
        FamilyName:
            surname lastname familyname sname lname sirname secondname
        BornOn:
            dob dateofbirth birthdate birthday born dateborn bornon birth datebirth
        Email:
            email emailaddress emailaddr emails mail homeemail personalemail emailadd contactemail
        Mobile:
            mobile mobilenumber mobileno mobilephone mob mobno cell cellphone mobiletel contactmobile mobiletelephone telmobile
            phonemobile sms
        Phone:
            phone phonenumber phoneno telephone telephonenumber telephoneno tel telno telnumber homephone hometel hometelephone
            landline contactnumber contactno contacttelephone contactphone daytimephone daytimetel telhome phonehome hometelno
            homephonenumber contacttel
        ContactWay:
            contactpreference preferredcontact preferredcontactmethod contactmethod preferredmethod contactpref prefcontact
            preferredcommunication communicationpreference preferredchannel preferredmethodofcontact contactby
            preferredcontacttype commspref channelpreference prefercontactby
        Language:
            language preferredlanguage firstlanguage mainlanguage languagespoken lang spokenlanguage languagepreference
            preflanguage
        DoNotContact:
            donotcontact dnc nocontact donotcontactflag dncflag donotmail contactblock dontcontact
        ConsentSurveys:
            consent surveyconsent consentsurveys consentsurvey consenttosurveys surveys oktosurvey contactconsent marketingconsent
            gdprconsent agreestosurveys surveyoptin consenttocontact
        ConsentNews:
            newsconsent consentnews newsletter newsletterconsent consenttonews newsletters eventsconsent newsletteroptin
        ConsentFeedback:
            feedbackconsent consentfeedback consenttofeedback
        CareFlags:
            careflags flagsofcare safecontact safecontactflags contactflags contactalerts alerts alertflags cautionflags
            cautionaryalerts cautionarycontact cautionmarkers warningmarkers warningflags contactwarnings vulnerabilityflags
        CareAddress:
            safeaddress safecontactaddress safecorrespondenceaddress safepostaladdress
        NoEmail:
            noemail noemails donotemail neveremail
        NoText:
            notext notexts nosms donottext nevertext
        NoLetter:
            noletter noletters nopost donotwrite neverwrite
        NoTelephone:
            nophone nocalls notelephone donotring donotcall donotphone neverring
        NoVisit:
            novisit novisits donotvisit nevervisit
        NoVoicemail:
            novoicemail novoicemails donotleavevoicemail nomessages donotleavemessage
        OnlyWithInterpreter:
            interpreter interpreterneeded interpreterrequired needsinterpreter onlywithinterpreter
        TwoVisitors:
            twopersonvisit twopersonvisits twovisitors visitintwos doubleup jointvisit jointvisits visitinpairs nolonevisit
            nolonevisits twoofficers
        Discreet:
            discreet neutralmessage neutralmessageonly neutralmessages confidentialcontact discreetcontact
        """;
}
