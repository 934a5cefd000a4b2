package command

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/pack"
	"lotse/flows/phrase"
	"lotse/flows/words"
	"lotse/ui/shelf"
)

// packShape is a pack as the commands on packs print it.
type packShape struct {
	Name       string               `json:"name"`
	Version    string               `json:"pack_version"`
	Least      string               `json:"lotse"`
	Licence    string               `json:"licence"`
	Digest     string               `json:"digest"`
	Words      []string             `json:"words"`
	Procedures []packProcedureShape `json:"procedures"`
	Files      int                  `json:"files"`
	Size       int64                `json:"size"`
}

type packProcedureShape struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"` // by which it is begun
	Version   int      `json:"procedure_version"`
	Title     string   `json:"title"`
	Languages []string `json:"languages"`
	Steps     int      `json:"steps"`
	Hosts     []string `json:"hosts"` // that its checks ask, as the procedure names them
}

// packOf is a pack with its procedures. The error is that of the first that does
// not load.
func (c *call) packOf(p *pack.Pack) (packShape, error) {
	said := phrase.Of(phrase.Pack, p.Digest)
	s := packShape{
		Name: p.Name, Version: p.Version, Least: p.Least, Licence: p.Licence, Digest: p.Digest, Words: said[:],
		Procedures: []packProcedureShape{}, Files: len(p.Files),
	}
	for _, f := range p.Files {
		s.Size += f.Size
	}
	of := flows.Open(p.FS, c.Specs)
	for _, id := range p.Procedures {
		one, err := of.Procedure(id)
		if err != nil {
			return s, err
		}
		one = one.In(c.lang())
		s.Procedures = append(s.Procedures, packProcedureShape{
			ID: id, Name: p.Name + "/" + id, Version: one.Version, Title: one.Title, Languages: list(one.Languages), Steps: len(one.Steps), Hosts: list(hostsOf(one)),
		})
	}
	return s, nil
}

// lines say what the pack is, and what is in it.
func (s *packShape) lines(p *sheet) {
	p.say("cmd.pack_head", "pack", s.Name, "version", s.Version, "licence", s.Licence, "lotse", s.Least)
	p.say("cmd.pack_files", "n", s.Files, "size", flows.Msg("cmd.bytes", "n", s.Size))
	p.say("cmd.pack_words", "words", strings.Join(s.Words, " "))
	for _, one := range s.Procedures {
		p.row("  "+one.Name, one.Title, p.text("cmd.steps", "n", one.Steps), strings.Join(one.Languages, " "))
	}
	for _, one := range s.Procedures {
		if len(one.Hosts) > 0 {
			p.say("cmd.pack_hosts", "procedure", one.Name, "hosts", strings.Join(one.Hosts, ", "))
		}
	}
}

// packsShape is what pack list prints.
type packsShape struct {
	Version int                `json:"version"`
	Packs   []shelvedPackShape `json:"packs"`
}

type shelvedPackShape struct {
	Name       string   `json:"name"`
	Version    string   `json:"pack_version"`
	Least      string   `json:"lotse"`
	Licence    string   `json:"licence"`
	Digest     string   `json:"digest"`
	Procedures []string `json:"procedures"`
	Broken     *string  `json:"broken"` // why it is not taken; null where it is
}

func (c *call) shelvedPackOf(k shelf.Kept) shelvedPackShape {
	s := shelvedPackShape{Name: k.Name, Procedures: []string{}}
	if k.Err != nil {
		why := words.Say(c.lang(), refusalOf(k.Err).Message)
		s.Broken = &why
		return s
	}
	s.Version, s.Least, s.Licence, s.Digest = k.Pack.Version, k.Pack.Least, k.Pack.Licence, k.Pack.Digest
	for _, id := range k.Pack.Procedures {
		s.Procedures = append(s.Procedures, k.Name+"/"+id)
	}
	return s
}

func (s packsShape) lines(p *sheet) {
	if len(s.Packs) == 0 {
		p.say("cmd.no_packs")
	}
	for _, one := range s.Packs {
		if one.Broken != nil {
			p.row(one.Name, p.text("cmd.pack_broken", "why", *one.Broken))
			continue
		}
		p.row(one.Name, one.Version, strings.Join(one.Procedures, " "))
	}
}

// hostsOf are the hosts that the checks of a procedure ask (check.Hosts), each once.
func hostsOf(p *flows.Procedure) []string {
	var hosts []string
	for i := range p.Steps {
		for _, it := range p.Steps[i].Items {
			if it.Check == nil {
				continue
			}
			for _, host := range check.Hosts(it.Check) {
				if !slices.Contains(hosts, host) {
					hosts = append(hosts, host)
				}
			}
		}
	}
	return hosts
}
